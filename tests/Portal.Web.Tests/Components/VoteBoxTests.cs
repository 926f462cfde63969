using Bunit;
using Portal.Web.Components;

namespace Portal.Web.Tests.Components;

public sealed class VoteBoxTests : ComponentTest
{
    [Fact]
    public void VoteBox_Asked_HasTwoButtonsThatSayWhatTheySend()
    {
        var box = Render<VoteBox>(p => p.Add(c => c.Url, "/en/help/returns/gifts"));
        Assert.Equal("/en/help/returns/gifts/vote", box.Find("form").GetAttribute("action"));
        Assert.Equal([("Yes", "Yes"), ("No", "No")], box.FindAll("button[name=vote]").Select(button => (button.GetAttribute("value")!, button.TextContent)));
    }

    [Fact]
    public void VoteBox_AskedWhy_HasReasonsUnderOneLegend()
    {
        var box = Render<VoteBox>(p => p.Add(c => c.State, VoteState.AskedWhy));
        Assert.Equal(4, box.FindAll("fieldset input[type=radio][name=vote]").Count);
        Assert.Equal("Choose the main reason", box.Find("legend").TextContent.Trim());
    }

    [Fact]
    public void VoteBox_Thanked_AsksNothing()
    {
        var box = Render<VoteBox>(p => p.Add(c => c.State, VoteState.Thanked));
        Assert.Empty(box.FindAll("form"));
        Assert.Contains("Thank you.", box.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }
}
