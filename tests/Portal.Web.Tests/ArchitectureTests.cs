using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Knowledge.Articles;
using Portal.Returns.Decisions;
using Portal.Web.Data;

namespace Portal.Web.Tests;

public sealed class ArchitectureTests
{
    private static readonly Assembly Returns = typeof(Decision).Assembly;
    private static readonly Assembly Knowledge = typeof(Library).Assembly;
    private static readonly Assembly Web = typeof(PortalApp).Assembly;

    [Fact]
    public void Returns_References_NothingOfOurs() => Assert.DoesNotContain(References(Returns), name => name.StartsWith("Portal.", StringComparison.Ordinal));

    [Fact]
    public void Knowledge_References_NothingOfOurs() => Assert.DoesNotContain(References(Knowledge), name => name.StartsWith("Portal.", StringComparison.Ordinal));

    [Fact]
    public void Web_References_Both() => Assert.Superset(new HashSet<string> { "Portal.Returns", "Portal.Knowledge" }, References(Web).ToHashSet());

    [Fact]
    public void Returns_References_NoWebAndNoStorage() => Assert.DoesNotContain(
        References(Returns),
        name => name.StartsWith("Microsoft.", StringComparison.Ordinal) || name is "System.Net.Http" or "System.Data.Common" or "System.IO.FileSystem");

    [Theory]
    [InlineData(typeof(Decision))]
    [InlineData(typeof(Library))]
    public void Rooms_KnowNoAspNet(Type inRoom) => Assert.DoesNotContain(
        References(inRoom.Assembly),
        name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));

    [Fact]
    public void Pages_TakeNoDatabase()
    {
        var pages = Web.GetTypes().Where(type => typeof(PageModel).IsAssignableFrom(type) && !type.IsAbstract).ToList();
        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.DoesNotContain(
            page.GetConstructors().SelectMany(constructor => constructor.GetParameters()),
            parameter => typeof(PortalDbContext).IsAssignableFrom(parameter.ParameterType)));
    }

    [Fact]
    public void PageModels_AreShort() => Assert.All(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Portal.Web", "Pages"), "*.cshtml.cs", SearchOption.AllDirectories),
        file => Assert.True(File.ReadAllLines(file).Length <= 100, $"{file} is longer than a page model should be"));

    [Theory]
    [InlineData("src/Portal.Returns", "P:System.DateTime.UtcNow")]
    [InlineData("src/Portal.Returns", "N:System.Net")]
    [InlineData("src/Portal.Returns", "T:System.IO.File")]
    [InlineData("src/Portal.Returns", "T:System.TimeProvider")]
    [InlineData("src/Portal.Web", "N:Microsoft.EntityFrameworkCore")]
    [InlineData("src/Portal.Web", "N:System.IO")]
    public void Fences_Ban(string project, string symbol) =>
        Assert.Contains(File.ReadAllLines(Path.Combine(Repository.Root, project, "BannedSymbols.txt")), line => line.StartsWith(symbol + ";", StringComparison.Ordinal));

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name ?? "");
}
