using System.Text.Json;
using System.Text.Unicode;

namespace ParityNet.Parity;

/// <summary>Parses a line of the <c>eval</c> protocol as strict JSON.</summary>
static class JsonLine
{
    const int Deepest = 64;

    /// <summary>Parses a line.</summary>
    /// <exception cref="JsonException">The line is no valid JSON in UTF-8.</exception>
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
                throw new JsonException(
                    $"the line must be one JSON object: expected objects and lists within each other at most {Deepest} deep, got more.", problem);
            // The parser's own message ends with line and path, which mean nothing for a single line.
            throw new JsonException(
                $"the line must be one JSON object: expected valid JSON, got an error at byte {problem.BytePositionInLine ?? 0}.", problem);
        }
    }

    // The parser's exception does not tell excessive depth from other errors.
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
            // The line is invalid before it is too deep.
        }
        return false;
    }

    // The parser accepts an escaped lone surrogate, which fails only when the string is read.
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
            throw new JsonException("the line must be one JSON object: expected whole characters in its strings, got half of a surrogate pair.",
                problem);
        }
        catch (JsonException)
        {
            // Parse reports the error with its position.
        }
    }
}
