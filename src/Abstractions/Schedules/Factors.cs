using System.Collections.Immutable;

namespace ParityNet.Schedules;

/// <summary>A factor for each step: a function, or a list whose last element is repeated.</summary>
/// <remarks>
/// Lists compare by their elements, functions by identity. Only lists can be serialized, for example as options of the <c>eval</c>
/// protocol.
/// </remarks>
public sealed record Factors
{
    readonly ByItems<double> list;
    readonly Func<long, double>? function;

    /// <summary>Factors from a list.</summary>
    /// <param name="list">The factors of steps 0, 1, …; at least one, each at least 0. The last one is repeated.</param>
    public Factors(params ImmutableArray<double> list)
    {
        if (list.IsDefaultOrEmpty)
            throw new ArgumentException($"{nameof(Factors)} must hold at least one number: expected the factor of step 0, got none.");
        foreach (double factor in list)
            Require.NotNegative(factor, nameof(Factors));
        this.list = list;
    }

    /// <summary>Factors from a function.</summary>
    /// <param name="function">The factor at a step; at least 0. It must depend on the step alone.</param>
    public Factors(Func<long, double> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        this.function = function;
    }

    /// <summary>The list; null where a function gives the factors.</summary>
    public ImmutableArray<double>? Listed => function is null ? list.Items : null;

    /// <summary>The factor at a step.</summary>
    /// <param name="step">The step, from 0.</param>
    /// <returns>The factor.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The function returned a number that is negative or not finite.</exception>
    public double At(long step) => function is null
        ? list.Items[(int)Math.Min(step, list.Items.Length - 1)]
        : Require.NotNegative(function(step), nameof(Factors));

    /// <summary>The product of the factors of steps 1 to <paramref name="last"/>.</summary>
    internal double Product(long last)
    {
        long one = function is null ? Math.Min(last, list.Items.Length - 1) : last;
        double product = 1;
        for (long step = 1; step <= one; step++)
            product *= At(step);
        return last > one ? product * Math.Pow(At(last), last - one) : product;
    }
}
