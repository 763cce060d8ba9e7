using System.Collections.Immutable;
using System.Numerics;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Parity.Cases;

/// <summary>A case of one element type.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
public abstract class Case<T> : Case where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public override string ElementTypeName => ElementType.Name<T>();

    /// <summary>Everything that a backend computes for the case.</summary>
    /// <param name="backend">The backend.</param>
    /// <returns>The quantities, in an order that depends on the case alone.</returns>
    public abstract ImmutableArray<Quantity<T>> Run(IBackend backend);

    /// <summary>The same quantities as the op's definition has them, in a number system.</summary>
    /// <typeparam name="R">The number system.</typeparam>
    /// <returns>The quantities, in the order of <see cref="Run"/>.</returns>
    public abstract ImmutableArray<Defined<R>> Define<R>() where R : struct, IReal<R>;

    /// <summary>The size against which an error in an element counts: that of the parameter for an update, else 0.</summary>
    /// <param name="quantity">The position of the quantity.</param>
    /// <param name="index">The position of the element.</param>
    /// <param name="best">The element's best value known.</param>
    /// <returns>A size of at least 0.</returns>
    public virtual double Scale(int quantity, int index, double best) => 0;

    /// <summary>For each element of a quantity the largest size among the elements that are computed together with it, such as its row's.</summary>
    /// <param name="quantity">The position of the quantity.</param>
    /// <param name="sizes">The size of each element.</param>
    /// <returns>A size of at least that of the element itself.</returns>
    public virtual double[] Together(int quantity, double[] sizes) => sizes;

    /// <summary>Whether the definition decides where an enclosure holds NaN and numbers, and backends differ in that.</summary>
    /// <remarks>Not for a step: rounding alone may take the variance of a centred RMSprop below 0, where the root is NaN, and neither backend is wrong.</remarks>
    public virtual bool DecidesNaN => true;

    /// <summary>Simpler cases: shorter, halved, zeroed. All of them fit the op.</summary>
    /// <returns>The boldest first.</returns>
    public abstract IEnumerable<Case<T>> Shrinks();

    /// <summary>The simplest case that still fails, found by going from failure to simpler failure.</summary>
    /// <param name="fails">Whether a case fails.</param>
    /// <param name="trials">How many simpler cases may be tried.</param>
    /// <returns>This case, or a simpler one.</returns>
    public Case<T> Shrunk(Func<Case<T>, bool> fails, int trials = 400)
    {
        ArgumentNullException.ThrowIfNull(fails);
        Case<T> best = this;
        for (bool found = true; found && trials > 0;)
        {
            found = false;
            foreach (Case<T> simpler in best.Shrinks())
            {
                if (trials-- <= 0)
                    break;
                if (!fails(simpler))
                    continue;
                best = simpler;
                found = true;
                break;
            }
        }
        return best;
    }
}
