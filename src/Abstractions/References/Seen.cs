using System.Globalization;

namespace ParityNet.References;

/// <summary>The result of a library on a pinned case, beside the right one.</summary>
/// <param name="Got">The library's result.</param>
/// <param name="Right">The right result.</param>
public sealed record Seen(object? Got, object? Right)
{
    /// <summary>Whether the two differ.</summary>
    public bool Differs => !Equals(Got, Right);

    /// <inheritdoc/>
    public override string ToString() => $"{Text(Got)}; right is {Text(Right)}";

    static string Text(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
