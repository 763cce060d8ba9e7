using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Problems;

/// <summary>A problem as Hock and Schittkowski write it: f, what must be at least 0, and what must be 0.</summary>
abstract class ConstrainedFormula : IFormula
{
    public IVectorFormula Inequalities => new Below(this);

    public IVectorFormula Equalities => new Zeros(this);

    public abstract R Value<R>(R[] x) where R : struct, IReal<R>;

    /// <summary>What must be at least 0.</summary>
    protected virtual R[] AtLeastZero<R>(R[] x) where R : struct, IReal<R> => [];

    /// <summary>What must be 0.</summary>
    protected virtual R[] Zero<R>(R[] x) where R : struct, IReal<R> => [];

    sealed class Below(ConstrainedFormula formula) : IVectorFormula
    {
        public R[] Values<R>(R[] x) where R : struct, IReal<R> => Array.ConvertAll(formula.AtLeastZero(x), static value => -value);
    }

    sealed class Zeros(ConstrainedFormula formula) : IVectorFormula
    {
        public R[] Values<R>(R[] x) where R : struct, IReal<R> => formula.Zero(x);
    }
}
