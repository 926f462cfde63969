namespace Portal.Web.Components;

/// <summary>Which page numbers a pager shows.</summary>
public static class PageNumbers
{
    /// <summary>
    /// The first, the last, the current page and its neighbours, in order; null stands for a gap of two pages or more.
    /// A page outside 1 to <paramref name="pages"/> counts as the nearest one inside.
    /// </summary>
    public static IReadOnlyList<int?> Around(int page, int pages)
    {
        var current = Math.Clamp(page, 1, Math.Max(1, pages));
        var shown = new List<int?>();
        var last = 0;
        foreach (var number in new[] { 1, current - 1, current, current + 1, pages }.Where(number => number >= 1 && number <= pages).Distinct().Order())
        {
            if (number - last == 2)
            {
                shown.Add(number - 1);
            }
            else if (number - last > 2)
            {
                shown.Add(null);
            }

            shown.Add(number);
            last = number;
        }

        return shown;
    }
}
