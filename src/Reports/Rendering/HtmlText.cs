using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace ParityNet.Reports.Rendering;

/// <summary>Builds <see cref="Html"/> from an interpolated string: no interpolated value can open a tag or end an attribute.</summary>
[InterpolatedStringHandler]
readonly ref struct HtmlText(int literalLength, int formattedCount)
{
    readonly StringBuilder text = new(literalLength + 16 * formattedCount);

    public void AppendLiteral(string literal) => text.Append(literal);

    public void AppendFormatted(Html html) => text.Append(html.Text);

    public void AppendFormatted(int number) => text.Append(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(string? plain)
    {
        foreach (char c in plain ?? "")
            _ = c switch
            {
                '&' => text.Append("&amp;"),
                '<' => text.Append("&lt;"),
                '>' => text.Append("&gt;"),
                '"' => text.Append("&quot;"),
                '\'' => text.Append("&#39;"),
                _ => text.Append(c),
            };
    }

    public Html ToHtml() => new(text.ToString());
}
