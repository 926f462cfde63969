using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Portal.Web.Content;

/// <summary>Names the build and the stylesheets, scripts and images that its pages link to.</summary>
public sealed class AssetVersion : IDisposable
{
    private const int Letters = 12;

    private readonly IFileProvider _files;
    private readonly IDisposable _watch;
    private volatile string? _current;

    public AssetVersion(IWebHostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        _files = environment.WebRootFileProvider;
        _watch = ChangeToken.OnChange(() => _files.Watch("**/*"), () => _current = null);
    }

    /// <summary>The same for the same build and files.</summary>
    public string Current => _current ??= Read();

    public void Dispose() => _watch.Dispose();

    private string Read()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(AssetVersion).Module.ModuleVersionId.ToByteArray());
        Append(hash, "");
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..Letters];
    }

    private void Append(IncrementalHash hash, string folder)
    {
        foreach (var file in _files.GetDirectoryContents(folder).OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            if (file.IsDirectory)
            {
                Append(hash, $"{folder}/{file.Name}");
            }
            else
            {
                using var content = file.CreateReadStream();
                hash.AppendData(SHA256.HashData(content));
            }
        }
    }
}
