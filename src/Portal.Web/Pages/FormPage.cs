using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Web.Components;

namespace Portal.Web.Pages;

/// <summary>A page with a form that is guarded by its origin.</summary>
public abstract class FormPage : PageModel
{
    public FormErrors Form { get; } = new();

    public IReadOnlyList<FieldError> Errors => Form.All;

    public string? ErrorOf(string field) => Form.Of(field);
}
