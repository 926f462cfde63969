using MimeKit;
using Portal.Web.Content;

namespace Portal.Web.Notifications.Transport;

/// <summary>Development without a mail server: every mail becomes an <c>.eml</c> file under <c>Data:Root/mail</c>, which <c>/dev/mail</c> shows.</summary>
public sealed class FolderTransport(PortalFolders folders) : IMailTransport
{
    private readonly string _folder = Path.Combine(folders.Data, "mail");

    public string? Obstacle => null;

    public async Task<MailAnswer> SendAsync(MimeMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        try
        {
            Directory.CreateDirectory(_folder);
            var file = FileOf(message.MessageId!.Split('@')[0]);
            await message.WriteToAsync(file + ".part");
            File.Move(file + ".part", file, overwrite: true);
            return new MailAnswer.Accepted();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new MailAnswer.Later(fault.GetType().Name);
        }
    }

    /// <summary>Every mail, the newest first.</summary>
    public IReadOnlyList<KeptMail> List() => !Directory.Exists(_folder) ? [] : Directory.EnumerateFiles(_folder, "*.eml")
        .Select(file => Guid.TryParseExact(Path.GetFileNameWithoutExtension(file), "N", out var id) ? Read(id) : null)
        .OfType<KeptMail>()
        .OrderByDescending(mail => mail.Message.Date)
        .ThenByDescending(mail => mail.Id)
        .ToList();

    /// <summary>The mail with this id; null when it is not there.</summary>
    public KeptMail? Read(Guid id)
    {
        var file = FileOf(id.ToString("N"));
        return File.Exists(file) ? new KeptMail(id, MimeMessage.Load(file)) : null;
    }

    private string FileOf(string id) => Path.Combine(_folder, id + ".eml");
}

/// <summary>A mail in the folder.</summary>
/// <param name="Id">The id of its row.</param>
/// <param name="Message">The mail.</param>
public sealed record KeptMail(Guid Id, MimeMessage Message);
