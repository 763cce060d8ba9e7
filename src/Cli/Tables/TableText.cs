using System.Globalization;
using System.Text;
using System.Text.Unicode;
using ParityNet.Cli.Exits;
using ParityNet.Parity;
using Code = System.Text.Encoding;

namespace ParityNet.Cli.Tables;

/// <summary>The text of a file, and the encoding in which it was read.</summary>
/// <param name="Text">The text, without a byte order mark.</param>
/// <param name="Encoding">The encoding's name.</param>
sealed record TableText(string Text, string Encoding)
{
    // The names that messages list; any other that the platform knows is accepted too.
    static readonly string[] Common = ["utf-8", "utf-16", "utf-16be", "latin1", "windows-1252", "windows-1250", "windows-1251", "iso-8859-2"];

    static readonly (byte[] Start, string Is)[] Others =
    [
        ([0x50, 0x4B, 3, 4], "an Excel workbook or a ZIP archive"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook"),
        ([0x1F, 0x8B], "a gzip archive"),
        ([.. "PAR1"u8], "a Parquet file"),
        ([.. "%PDF"u8], "a PDF document"),
        ([.. "SQLite format 3"u8], "a SQLite database"),
        ([.. "<!DOCTYPE"u8], "a web page"),
        ([.. "<!doctype"u8], "a web page"),
        ([.. "<html"u8], "a web page"),
        ([.. "<?xml"u8], "an XML document"),
        ([.. "{\""u8], "JSON"),
        ([.. "[{"u8], "JSON"),
    ];

    // The byte order marks; the one of UTF-32 starts with that of UTF-16.
    static readonly (byte[] Mark, string Name)[] Marks =
    [
        ([0xEF, 0xBB, 0xBF], "utf-8"), ([0xFF, 0xFE, 0, 0], "utf-32"), ([0, 0, 0xFE, 0xFF], "utf-32be"), ([0xFF, 0xFE], "utf-16"),
        ([0xFE, 0xFF], "utf-16be"),
    ];

    /// <summary>Decodes a file.</summary>
    /// <param name="name">The name of the file, for messages.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="encoding">The encoding; null for UTF-8, or for UTF-16 or UTF-32 where the bytes say so.</param>
    /// <exception cref="UsageException">The bytes are no text in this encoding.</exception>
    public static TableText Of(string name, ReadOnlySpan<byte> content, string? encoding)
    {
        foreach ((byte[] start, string other) in Others)
            if (content.StartsWith(start))
                throw new UsageException($"{name} must be a CSV file: expected text, got {other}; save it as CSV first.");
        Code? given = encoding is null ? null : Named(encoding);
        foreach ((byte[] mark, string marked) in Marks)
            if (content.StartsWith(mark) && (given is null || given.WebName == Named(marked).WebName))
                return new(Decoded(name, content[mark.Length..], Named(marked)), Named(marked).WebName);
        if (given is null && !Utf8.IsValid(content) && !content.Contains((byte)0))
            throw new UsageException(string.Create(CultureInfo.InvariantCulture,
                $"{name} must be a CSV file in UTF-8: expected text, got other bytes in line {FirstBad(content)}; --encoding windows-1252, " +
                $"latin1 or " +
                $"another name says what they are."));
        Code found = given ?? Named(WideOf(content) ?? "utf-8");
        return new(Decoded(name, content, found), found.WebName);
    }

    static string Decoded(string name, ReadOnlySpan<byte> content, Code encoding)
    {
        try
        {
            string text = encoding.GetString(content);
            return text.Contains('\0') ? throw new UsageException($"{name} must be a CSV file: expected text, got other bytes.") : text;
        }
        catch (DecoderFallbackException)
        {
            throw new UsageException($"{name} must be a CSV file in {encoding.WebName}: expected text, got other bytes.");
        }
    }

    static Code Named(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Code.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
        {
            throw new UnknownNameException("--encoding must be a text encoding that there is", name, Common);
        }
    }

    // UTF-16 without a mark: of ASCII characters every other byte is 0.
    static string? WideOf(ReadOnlySpan<byte> content)
    {
        int even = 0, odd = 0;
        for (int i = 0; i < content.Length; i++)
            if (content[i] == 0)
                _ = i % 2 == 0 ? even++ : odd++;
        return content.Length % 2 != 0 || even + odd == 0 ? null
            : even == 0 && 4 * odd > content.Length ? "utf-16"
            : odd == 0 && 4 * even > content.Length ? "utf-16be" : null;
    }

    static int FirstBad(ReadOnlySpan<byte> content)
    {
        int line = 1;
        while (content.IndexOf((byte)'\n') is var end and >= 0 && Utf8.IsValid(content[..end]))
        {
            line++;
            content = content[(end + 1)..];
        }
        return line;
    }
}
