using System.Globalization;

namespace ParityNet.Tests.Specs;

/// <summary>What an option may be, in the words of the message, with numbers on both sides of each border.</summary>
public sealed record Range(string Words, double[] Inside, double[] Outside)
{
    static readonly double[] NotFinite = [double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    public static Range Positive { get; } =
        new("a finite number greater than 0", [double.Epsilon, 1, double.MaxValue], [0, -double.Epsilon, -1, .. NotFinite]);

    public static Range NotNegative { get; } =
        new("a finite number of at least 0", [0, double.Epsilon, double.MaxValue], [-double.Epsilon, -1, .. NotFinite]);

    public static Range Finite { get; } = new("a finite number", [double.MinValue, 0, double.MaxValue], NotFinite);

    public static Range Number { get; } = new("a number", [double.NegativeInfinity, double.MinValue, 0, double.PositiveInfinity], [double.NaN]);

    public static Range NumberAbove0 { get; } = new("a number greater than 0", [double.Epsilon, 1, double.PositiveInfinity], [0, -double.Epsilon, double.NegativeInfinity, double.NaN]);

    public static Range NumberOfAtLeast0 { get; } = new("a number of at least 0", [0, 1, double.PositiveInfinity], [-double.Epsilon, double.NegativeInfinity, double.NaN]);

    public static Range NotZero { get; } = new("a finite number other than 0", [double.MinValue, -double.Epsilon, double.MaxValue], [0, .. NotFinite]);

    public static Range Unit { get; } =
        new("a number from 0 to 1", [0, 0.5, 1], [-double.Epsilon, Math.BitIncrement(1.0), .. NotFinite]);

    public static Range UnitOrMinusOne { get; } =
        new("a number from 0 to 1, or −1", [0, 0.5, 1, -1], [-double.Epsilon, -0.5, -2, Math.BitIncrement(1.0), .. NotFinite]);

    public static Range Share { get; } = new(
        "a number greater than 0 and at most 1", [double.Epsilon, 0.5, 1], [0, -double.Epsilon, Math.BitIncrement(1.0), .. NotFinite]);

    public static Range Decay { get; } = new(
        "a number of at least 0 and less than 1", [0, 0.5, Math.BitDecrement(1.0)], [-double.Epsilon, 1, .. NotFinite]);

    public static Range Open { get; } = new(
        "a number greater than 0 and less than 1", [double.Epsilon, 0.5, Math.BitDecrement(1.0)], [0, -double.Epsilon, 1, .. NotFinite]);

    public static Range MoreThanOne { get; } = new(
        "a finite number greater than 1", [Math.BitIncrement(1.0), double.MaxValue], [1, 0, -1, .. NotFinite]);

    public static Range OneOrTwo { get; } = new("1 or 2", [1, 2], [0, 3, -1]);

    public static Range AtLeast(int smallest) => new(
        string.Create(CultureInfo.InvariantCulture, $"an integer of at least {smallest}"), [smallest, smallest + 1, int.MaxValue], [smallest - 1, int.MinValue]);

    public string Message(string option, object value) => FormattableString.Invariant($"{option} must be {Words}, got {value}.");
}
