using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers;

/// <summary>The definition of an optimizer: its rule for one number, in PyTorch's order of operations.</summary>
/// <remarks>What depends on hyper-parameters and the step alone is computed on the host in double and rounded once.</remarks>
abstract class OptimizerDefinition<TSpec> : TensorDefinition<TSpec>
    where TSpec : OptimizerSpec
{
    protected sealed override void Update<R>(TSpec spec, Variable<R> x, long step, Host rate)
    {
        R[] derivatives = x.Derivative(spec);
        for (int i = 0; i < derivatives.Length; i++)
            Update(spec, new Coordinate<R>(x, i, derivatives[i]), step, rate);
        UpdateScalars(spec, x, step, rate);
    }

    /// <summary>Moves one number and its memory by one step.</summary>
    /// <param name="spec">The optimizer.</param>
    /// <param name="x">The number.</param>
    /// <param name="step">The number of this step, from 1.</param>
    /// <param name="rate">The learning rate.</param>
    protected abstract void Update<R>(TSpec spec, Coordinate<R> x, long step, Host rate)
        where R : struct, IReal<R>;

    /// <summary>Moves the slots of one number, after all coordinates; they have seen the old ones.</summary>
    protected virtual void UpdateScalars<R>(TSpec spec, Variable<R> x, long step, Host rate)
        where R : struct, IReal<R>
    {
    }

    /// <summary>The gradient after weight decay: g + λθ, or, where decay is apart, g itself with θ(1 − ηλ) in place of θ.</summary>
    protected static R Decayed<R>(TSpec spec, Coordinate<R> x, Host rate)
        where R : struct, IReal<R>
    {
        if (!spec.DecouplesDecay)
            return spec.WeightDecay == 0 ? x.Gradient : x.Gradient + R.FromHost(spec.WeightDecay) * x.Parameter;
        x.Parameter *= R.FromHost(1 - rate * spec.WeightDecay);
        return x.Gradient;
    }

    /// <summary>A running mean, <c>βm + (1 − β)g</c>.</summary>
    protected static R Mean<R>(R old, R next, double beta)
        where R : struct, IReal<R> => Means.Of(old, next, beta);

    /// <summary>A running mean of squares, <c>βv + (1 − β)g²</c>.</summary>
    protected static R MeanOfSquares<R>(R old, R next, double beta)
        where R : struct, IReal<R> => Means.OfSquares(old, next, beta);

    /// <summary>The factor times the quotient, <c>(c·a)/b</c> or <c>c·(a/b)</c>.</summary>
    protected static R Scaled<R>(R factor, R numerator, R denominator)
        where R : struct, IReal<R> => Trust.Scaled(factor, numerator, denominator);
}
