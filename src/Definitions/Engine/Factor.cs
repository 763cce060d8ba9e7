using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Engine;

/// <summary>A multiplier or divisor of a loss, such as a weight or the count of a mean.</summary>
readonly struct Factor<R>
    where R : struct, IReal<R>
{
    readonly R number;
    readonly R? reciprocal;
    readonly bool divides;

    Factor(R number, bool divides = false, R? reciprocal = null, Host? divisor = null) =>
        (this.number, this.divides, this.reciprocal, Divisor) = (number, divides, reciprocal, divisor);

    /// <summary>The divisor, if it is known on the host.</summary>
    public Host? Divisor { get; }

    /// <summary>Multiplication.</summary>
    public static Factor<R> Times(R number) => new(number);

    /// <summary>Division, or multiplication by the reciprocal.</summary>
    public static Factor<R> Over(R number) => new(number, true, R.KeepsFirst ? null : R.One / number);

    /// <summary>Division by a number known on the host, or multiplication by its reciprocal, rounded once.</summary>
    public static Factor<R> Over(Host number) =>
        new(R.FromHost(number), true, R.KeepsFirst ? null : R.FromHost(Host.One / number), number);

    public R Apply(R value) => !divides ? value * number
        : reciprocal is { } r ? R.Hull(value / number, value * r)
        : value / number;

    /// <summary>The factor as a number to multiply by.</summary>
    public R Alone() => !divides ? number : reciprocal is { } r ? R.Hull(R.One / number, r) : R.One / number;
}
