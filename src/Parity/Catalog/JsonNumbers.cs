using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace ParityNet.Parity;

/// <summary>Reads and writes numbers in JSON that round-trip to the same bits; NaN and the infinities are strings.</summary>
static class JsonNumbers
{
    /// <summary>Reads a number.</summary>
    /// <typeparam name="T">The type to round to.</typeparam>
    /// <param name="json">A JSON number, or <c>"NaN"</c>, <c>"Infinity"</c>, <c>"-Infinity"</c>.</param>
    /// <param name="number">The number.</param>
    /// <returns>Whether the JSON is such a number.</returns>
    public static bool TryRead<T>(JsonElement json, out T number) where T : IFloatingPointIeee754<T>
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Number:
                return T.TryParse(json.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out number!);
            case JsonValueKind.String:
                (bool known, number) = json.GetString() switch
                {
                    "NaN" => (true, T.NaN),
                    "Infinity" => (true, T.PositiveInfinity),
                    "-Infinity" => (true, T.NegativeInfinity),
                    _ => (false, T.Zero),
                };
                return known;
            default:
                number = T.Zero;
                return false;
        }
    }

    /// <summary>Writes a number with enough digits to round-trip, always with a fraction part, so that −0 keeps its sign.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="writer">The writer.</param>
    /// <param name="number">The number.</param>
    public static void Write<T>(Utf8JsonWriter writer, T number) where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (T.IsNaN(number))
            writer.WriteStringValue("NaN");
        else if (T.IsInfinity(number))
            writer.WriteStringValue(T.IsPositive(number) ? "Infinity" : "-Infinity");
        else
            writer.WriteRawValue(Text(number));
    }

    /// <summary>The number as JSON text.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="number">A finite number.</param>
    /// <returns>The digits.</returns>
    static string Text<T>(T number) where T : IFloatingPointIeee754<T>
    {
        string text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }
}
