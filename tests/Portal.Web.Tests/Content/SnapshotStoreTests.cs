using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Knowledge.Articles;
using Portal.Web.Content;
using Portal.Web.Tests.Data;

namespace Portal.Web.Tests.Content;

public sealed class SnapshotStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-content-").FullName;
    private readonly string _content;

    public SnapshotStoreTests() => _content = Repository.CopyContent(Path.Combine(_folder, "content"));

    private string Article => Path.Combine(_content, "articles", "en", "returns", "return-policy.md");

    private string Policy => Path.Combine(_content, "policies", "returns.yaml");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void LoadFirst_GoodContent_ServesIt()
    {
        var store = Store();
        Assert.True(store.LoadFirst());
        Assert.Empty(store.Faults);
        Assert.Equal("Fernhill", store.Current.Site.Name);
    }

    [Theory]
    [InlineData("articles/en/returns/return-policy.md", "type: policy", "type: novel")]
    [InlineData("articles/de/returns/return-policy.md", "---\n", "---\ncolour: red\n")]
    [InlineData("policies/returns.yaml", "policy: returns", "policy: returns\ncolour: red")]
    [InlineData("site.yaml", "currency: USD", "currency: US$")]
    public void LoadFirst_BrokenContentAtAFirstStart_ServesNothingAndSaysWhere(string file, string good, string bad)
    {
        Replace(Path.Combine(_content, file), good, bad);
        var store = Store();
        Assert.False(store.LoadFirst());
        Assert.Throws<ContentException>(() => store.Current);
        Assert.Contains(store.Faults, fault => fault.Severity == Severity.Error && fault.File.EndsWith(Path.GetFileName(file), StringComparison.Ordinal) && fault.Line > 1 && fault.Column >= 1);
    }

    [Theory]
    [InlineData("site.yaml")]
    [InlineData("policies")]
    public void LoadFirst_SomethingMissing_SaysWhat(string name)
    {
        var path = Path.Combine(_content, name);
        if (File.Exists(path))
        {
            File.Delete(path);
        }
        else
        {
            Directory.Delete(path, recursive: true);
        }

        var store = Store();
        Assert.False(store.LoadFirst());
        Assert.Contains(store.Faults, fault => fault.File.Contains(name, StringComparison.Ordinal) && fault.Fix is not null);
    }

    [Fact]
    public void Reload_BrokenWhileRunning_KeepsServingWhatWasGood()
    {
        var store = Store();
        store.LoadFirst();
        var served = store.Current;
        Replace(Policy, "policy: returns", "policy: returns\ncolour: red");
        Assert.False(store.Reload());
        Assert.Same(served, store.Current);
        Assert.Contains(store.Faults, fault => fault.ToString().Contains("returns.yaml:", StringComparison.Ordinal));
        Replace(Policy, "\ncolour: red", "");
        Assert.True(store.Reload());
        Assert.Empty(store.Faults);
        Assert.Equal(served.Hash, store.Current.Hash);
    }

    [Fact]
    public void LoadFirst_BrokenAtALaterStart_ServesTheLastGood()
    {
        Assert.True(Store().LoadFirst());
        File.WriteAllText(Article, "---\ntitle: [\n---\n");
        var later = Store();
        Assert.True(later.LoadFirst());
        Assert.NotEmpty(later.Faults);
        Assert.NotNull(later.Current.Library.FindByKey("en", "returns/return-policy"));
        Assert.True(Directory.Exists(later.Current.MediaRoot));
    }

    [Fact]
    public void LoadFirst_ContentGoneAtALaterStart_ServesTheLastGood()
    {
        Assert.True(Store().LoadFirst());
        Directory.Delete(_content, recursive: true);
        Assert.True(Store().LoadFirst());
    }

    [Fact]
    public void Reload_BrokenContent_IsNotKeptAsLastGood()
    {
        var store = Store();
        store.LoadFirst();
        File.WriteAllText(Article, "---\ntitle: [\n---\n");
        store.Reload();
        Assert.True(Store().LoadFirst());
        store.Reload();
        Assert.True(Store().LoadFirst());
    }

    // An editor's lock file (a link that points nowhere), its swap file, and what a mounted folder keeps beside the files.
    [Fact]
    public void LoadFirst_HiddenFiles_CountForNothing()
    {
        var hash = Visit.Reader.Read(_content).Snapshot!.Hash;
        File.CreateSymbolicLink(Path.Combine(_content, "articles", "en", "returns", ".#return-policy.md"), "somebody@somewhere.1234");
        File.CreateSymbolicLink(Path.Combine(_content, "policies", ".#returns.yaml"), "somebody@somewhere.1234");
        File.WriteAllText(Path.Combine(_content, "articles", "en", "returns", ".return-policy.md.swp"), "half");
        Directory.CreateDirectory(Path.Combine(_content, "..data", "articles"));
        File.WriteAllText(Path.Combine(_content, "..data", "articles", "x.md"), "half");
        var store = Store();
        Assert.True(store.LoadFirst());
        Assert.Empty(store.Faults);
        Assert.Equal(hash, store.Current.Hash);
    }

    [Fact]
    public void Hash_SameFiles_IsTheSameWherever()
    {
        var elsewhere = Repository.CopyContent(Path.Combine(_folder, "elsewhere"));
        Assert.Equal(Visit.Reader.Read(_content).Snapshot!.Hash, Visit.Reader.Read(elsewhere).Snapshot!.Hash);
        File.AppendAllText(Article, "\nMore.\n");
        Assert.NotEqual(Visit.Reader.Read(_content).Snapshot!.Hash, Visit.Reader.Read(elsewhere).Snapshot!.Hash);
    }

    private SnapshotStore Store() => new(
        Visit.Reader,
        new PortalFolders(new ConfigurationBuilder().AddInMemoryCollection([new("Content:Root", _content), new("Data:Root", Path.Combine(_folder, "data"))]).Build()),
        NullLogger<SnapshotStore>.Instance);

    private static void Replace(string file, string old, string fresh)
    {
        var text = File.ReadAllText(file);
        Assert.Contains(old, text, StringComparison.Ordinal);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        File.WriteAllText(file, text[..at] + fresh + text[(at + old.Length)..]);
    }
}
