namespace ParityNet.Reports.Rendering;

/// <summary>HTML whose text is escaped.</summary>
readonly record struct Html(string Text)
{
    public static Html None { get; } = new("");

    /// <summary>HTML from an interpolated string: literal parts are kept, interpolated values are escaped unless they are HTML.</summary>
    public static Html Of(HtmlText text) => text.ToHtml();

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(p => p.Text)));

    /// <summary>One piece of HTML for each item.</summary>
    public static Html Each<T>(IEnumerable<T> items, Func<T, Html> html) => Join(items.Select(html));

    public static Html When(bool condition, Func<Html> html) => condition ? html() : None;

    public override string ToString() => Text;
}
