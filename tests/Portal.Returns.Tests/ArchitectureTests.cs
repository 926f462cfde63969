using Portal.Returns.Decisions;

namespace Portal.Returns.Tests;

public sealed class ArchitectureTests
{
    [Fact]
    public void Returns_References_AreTheFrameworkNodaTimeAndYamlDotNet()
    {
        var references = typeof(ReturnEngine).Assembly.GetReferencedAssemblies().Select(name => name.Name!).ToList();

        Assert.All(references, name => Assert.True(
            name.StartsWith("System.", StringComparison.Ordinal) || name is "NodaTime" or "YamlDotNet" or "netstandard",
            name));
        Assert.DoesNotContain(references, name => name.StartsWith("System.Net", StringComparison.Ordinal) || name.StartsWith("System.IO.FileSystem", StringComparison.Ordinal));
    }

    [Fact]
    public void Returns_PublicTypes_HaveNoSettableProperties()
    {
        var settable = typeof(ReturnEngine).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetProperties())
            .Where(property => property.SetMethod is { IsPublic: true } set
                && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}");

        Assert.Empty(settable);
    }
}
