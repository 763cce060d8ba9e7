using System.Globalization;

namespace ParityNet.References;

/// <summary>What a library gave on a pinned case, beside what is right.</summary>
/// <param name="Got">What the library gave.</param>
/// <param name="Right">What is right.</param>
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
