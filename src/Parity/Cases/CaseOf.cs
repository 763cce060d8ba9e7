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

    /// <summary>Computes all quantities of the case on a backend.</summary>
    /// <param name="backend">The backend.</param>
    /// <returns>The quantities, in an order that depends on the case only.</returns>
    public abstract ImmutableArray<Quantity<T>> Run(IBackend backend);

    /// <summary>Evaluates the op's definition of the same quantities in a number system.</summary>
    /// <typeparam name="R">The number system.</typeparam>
    /// <returns>The quantities, in the order of <see cref="Run"/>.</returns>
    public abstract ImmutableArray<Defined<R>> Define<R>() where R : struct, IReal<R>;

    /// <summary>The elements of a quantity that are judged: all, or those of a sample of a long one.</summary>
    /// <param name="quantity">The position of the quantity.</param>
    /// <param name="count">The number of its elements.</param>
    /// <returns>Indices, row-major, in order.</returns>
    public virtual IEnumerable<int> Judged(int quantity, int count) => Enumerable.Range(0, count);

    /// <summary>The scale against which the error of an element is measured: |parameter| for an optimizer step, else 0.</summary>
    /// <param name="quantity">The position of the quantity.</param>
    /// <param name="index">The index of the element, row-major.</param>
    /// <param name="best">The element's best known value.</param>
    /// <returns>A scale, at least 0.</returns>
    public virtual double Scale(int quantity, int index, double best) => 0;

    /// <summary>
    /// For each element of a quantity the largest magnitude among the elements computed together with it, such as its row.
    /// </summary>
    /// <param name="quantity">The position of the quantity.</param>
    /// <param name="sizes">The magnitude of each element.</param>
    /// <returns>Magnitudes, each at least that of the element itself.</returns>
    public virtual double[] Together(int quantity, double[] sizes) => sizes;

    /// <summary>
    /// Whether the definition's own value decides where an enclosure contains both NaN and numbers and the backends differ.
    /// </summary>
    /// <remarks>False for a step: rounding may make the variance of a centered RMSprop negative and its root NaN, and neither backend is
    /// wrong.</remarks>
    public virtual bool DecidesNaN => true;

    /// <summary>Simpler cases (shorter, halved, zeroed), all valid for the op.</summary>
    /// <returns>The cases, the largest reductions first.</returns>
    public abstract IEnumerable<Case<T>> Shrinks();

    /// <summary>The simplest failing case found by repeated shrinking.</summary>
    /// <param name="fails">Whether a case fails.</param>
    /// <param name="trials">The maximum number of simpler cases to try.</param>
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
