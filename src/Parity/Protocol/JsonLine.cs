using System.Text.Json;
using System.Text.Unicode;

namespace ParityNet.Parity;

/// <summary>Reads a line of the <c>eval</c> protocol as JSON, and refuses what only looks like it.</summary>
static class JsonLine
{
    const int Deepest = 64;

    /// <summary>Parses a line.</summary>
    /// <exception cref="JsonException">The line is no JSON in UTF-8; the message is a sentence.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> line)
    {
        if (!Utf8.IsValid(line.Span))
            throw new JsonException("the line must be one JSON object: expected UTF-8, got other bytes.");
        RefuseHalfCharacters(line.Span);
        try
        {
            return JsonDocument.Parse(line, new() { MaxDepth = Deepest });
        }
        catch (JsonException problem)
        {
            if (IsTooDeep(line.Span))
                throw new JsonException($"the line must be one JSON object: expected objects and lists within each other at most {Deepest} deep, got more.", problem);
            // The parser's own message ends in places that mean nothing within one line.
            throw new JsonException($"the line must be one JSON object: expected valid JSON, got an error at byte {problem.BytePositionInLine ?? 0}.", problem);
        }
    }

    // The parser stops where it is one too deep, and does not say that this is why.
    static bool IsTooDeep(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = Deepest + 1 });
        try
        {
            while (reader.Read())
                if (reader.CurrentDepth == Deepest && reader.TokenType is (JsonTokenType.StartObject or JsonTokenType.StartArray))
                    return true;
        }
        catch (JsonException)
        {
            // What is wrong stands before.
        }
        return false;
    }

    // Half of a surrogate pair, escaped, passes the parser and fails only when the text is read.
    static void RefuseHalfCharacters(ReadOnlySpan<byte> line)
    {
        if (line.IndexOf("\\ud"u8) < 0 && line.IndexOf("\\uD"u8) < 0)
            return;
        var reader = new Utf8JsonReader(line);
        try
        {
            while (reader.Read())
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                    _ = reader.GetString();
        }
        catch (InvalidOperationException problem)
        {
            throw new JsonException("the line must be one JSON object: expected whole characters in its strings, got half of a surrogate pair.", problem);
        }
        catch (JsonException)
        {
            // The parser says where.
        }
    }
}
