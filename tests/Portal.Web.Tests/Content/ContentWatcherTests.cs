using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Web.Content;
using Portal.Web.Tests.Data;

namespace Portal.Web.Tests.Content;

public sealed class ContentWatcherTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-watch-").FullName;
    private readonly string _content;
    private readonly SnapshotStore _store;
    private readonly ContentWatcher _watcher;

    public ContentWatcherTests()
    {
        _content = Repository.CopyContent(Path.Combine(_folder, "content"));
        var folders = new PortalFolders(new ConfigurationBuilder().AddInMemoryCollection([new("Content:Root", _content), new("Data:Root", Path.Combine(_folder, "data"))]).Build());
        _store = new SnapshotStore(Visit.Reader, folders, NullLogger<SnapshotStore>.Instance);
        _watcher = new ContentWatcher(_store, folders, TimeProvider.System, NullLogger<ContentWatcher>.Instance);
        LookTwice();
    }

    public void Dispose()
    {
        _watcher.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Look_SameFiles_ReloadsNothing()
    {
        var served = _store.Current;
        LookTwice();
        Assert.Same(served, _store.Current);
    }

    [Fact]
    public void Look_HiddenFileAdded_ReloadsNothing()
    {
        var served = _store.Current;
        File.WriteAllText(Path.Combine(_content, "articles", "en", ".site.yaml.swp"), "half");
        LookTwice();
        Assert.Same(served, _store.Current);
    }

    [Fact]
    public void Look_FileChanged_ServesItOnceItIsStill()
    {
        Rename("Fernhill", "Farnhill");
        _watcher.Look();
        Assert.Equal("Fernhill", _store.Current.Site.Name);
        _watcher.Look();
        Assert.Equal("Farnhill", _store.Current.Site.Name);
    }

    [Fact]
    public void Look_LinkWhoseTargetChanged_ServesTheNewTarget()
    {
        var site = Path.Combine(_content, "site.yaml");
        var target = Path.Combine(_folder, "mounted.yaml");
        File.Move(site, target);
        File.CreateSymbolicLink(site, target);
        LookTwice();
        File.WriteAllText(target, File.ReadAllText(target).Replace("name: Fernhill", "name: Farnhill", StringComparison.Ordinal));
        LookTwice();
        Assert.Equal("Farnhill", _store.Current.Site.Name);
    }

    // A link that points nowhere: what it should be cannot be read.
    [Theory]
    [InlineData("media/wanted.svg")]
    [InlineData("articles/en/returns/wanted.md")]
    public void Look_FileThatCannotBeRead_KeepsServingSaysWhyAndRecovers(string file)
    {
        var link = Path.Combine(_content, file);
        File.CreateSymbolicLink(link, "nowhere");
        LookTwice();
        Assert.Equal("Fernhill", _store.Current.Site.Name);
        Assert.Contains(_store.Faults, fault => fault.Message.Contains(Path.GetFileName(file), StringComparison.Ordinal) || fault.File.EndsWith(file, StringComparison.Ordinal));
        File.Delete(link);
        Rename("Fernhill", "Farnhill");
        LookTwice();
        Assert.Equal("Farnhill", _store.Current.Site.Name);
        Assert.Empty(_store.Faults);
    }

    private void Rename(string old, string fresh)
    {
        var file = Path.Combine(_content, "site.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace($"name: {old}", $"name: {fresh}", StringComparison.Ordinal));
    }

    private void LookTwice()
    {
        _watcher.Look();
        _watcher.Look();
    }
}
