namespace Portal.Web.Components;

/// <summary>What is wrong with a form, field by field, in the order of the fields.</summary>
public sealed class FormErrors
{
    private readonly List<FieldError> _errors = [];

    public IReadOnlyList<FieldError> All => _errors;

    public bool Any => _errors.Count > 0;

    /// <summary>The sentence for a field, or null.</summary>
    public string? Of(string field) => _errors.Find(error => string.Equals(error.Field, field, StringComparison.Ordinal))?.Message;

    /// <summary>Adds a sentence to a field.</summary>
    public void Add(string field, string message) => _errors.Add(new FieldError(field, message));

    /// <summary>Adds a sentence when the field is empty, another when it is too long.</summary>
    public void Require(string field, string? value, int maxLength, string missing, string tooLong)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            Add(field, missing);
        }
        else if (value.Length > maxLength)
        {
            Add(field, tooLong);
        }
    }
}
