using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Portal.Web.Pages.Errors;

/// <summary>What went wrong and where to go from here.</summary>
[IgnoreAntiforgeryToken]
public sealed class StatusModel : PageModel
{
    /// <summary>Which words are shown: <c>404</c>, <c>429</c>, <c>400</c> or, for everything else, <c>500</c>.</summary>
    public string Kind { get; private set; } = "404";

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code)
    {
        Kind = code switch { StatusCodes.Status404NotFound => "404", StatusCodes.Status429TooManyRequests => "429", < StatusCodes.Status500InternalServerError => "400", _ => "500" };
        Response.StatusCode = code is >= 400 and < 600 ? code : StatusCodes.Status404NotFound;
    }
}
