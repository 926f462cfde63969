namespace Portal.Knowledge.Articles;

/// <summary>A category as its file describes it.</summary>
internal sealed record CategoryDraft(ContentFile File, string Title, string Summary, int Order, string Slug, Position SlugAt)
{
    public string Key => File.Category;

    public string Locale => File.Locale;

    public static CategoryDraft? Read(ContentFile file, List<Finding> findings)
    {
        if (YamlFields.Read(file, file.Text, 0, findings) is not { } fields)
        {
            return null;
        }

        var schema = new Schema(file, fields, Position.Start, findings);
        var title = schema.Text("title", 70);
        var summary = schema.Text("summary", 180);
        var order = schema.Whole("order");
        var slug = schema.Slug("slug");
        schema.Close();
        return new CategoryDraft(file, title, summary, order, slug, schema.Positions().GetValueOrDefault("slug", Position.Start));
    }
}
