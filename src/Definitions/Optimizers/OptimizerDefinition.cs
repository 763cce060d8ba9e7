using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers;

/// <summary>The definition of an elementwise optimizer: its rule for one element, in PyTorch's order of operations.</summary>
/// <remarks>Quantities that depend only on hyperparameters and the step are computed on the host in double and rounded once.</remarks>
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

    /// <summary>Updates one element and its state by one step.</summary>
    /// <param name="spec">The optimizer.</param>
    /// <param name="x">The element.</param>
    /// <param name="step">The step count, starting at 1.</param>
    /// <param name="rate">The learning rate.</param>
    protected abstract void Update<R>(TSpec spec, Coordinate<R> x, long step, Host rate)
        where R : struct, IReal<R>;

    /// <summary>Updates the scalar slots, after all elements, which read the old ones.</summary>
    protected virtual void UpdateScalars<R>(TSpec spec, Variable<R> x, long step, Host rate)
        where R : struct, IReal<R>
    {
    }

    /// <summary>The gradient after weight decay: g + λθ, or, with decoupled decay, g itself while θ becomes θ(1 − ηλ).</summary>
    protected R Decayed<R>(TSpec spec, Coordinate<R> x, Host rate)
        where R : struct, IReal<R>
    {
        if (!spec.DecouplesDecay)
            return spec.WeightDecay == 0 ? x.Gradient : x.Gradient + R.FromHost(spec.WeightDecay) * x.Parameter;
        x.Parameter *= R.FromHost(1 - DecayTimes(spec, rate) * spec.WeightDecay);
        return x.Gradient;
    }

    /// <summary>The factor of decoupled weight decay: the learning rate, unless the rule has another one.</summary>
    protected virtual Host DecayTimes(TSpec spec, Host rate) => rate;

    /// <summary>An exponential moving average, <c>βm + (1 − β)g</c>.</summary>
    protected static R Mean<R>(R old, R next, double beta)
        where R : struct, IReal<R> => Means.Of(old, next, beta);

    /// <summary>An exponential moving average of squares, <c>βv + (1 − β)g²</c>.</summary>
    protected static R MeanOfSquares<R>(R old, R next, double beta)
        where R : struct, IReal<R> => Means.OfSquares(old, next, beta);

    /// <summary>A factor times a quotient, <c>(c·a)/b</c> or <c>c·(a/b)</c>.</summary>
    protected static R Scaled<R>(R factor, R numerator, R denominator)
        where R : struct, IReal<R> => Trust.Scaled(factor, numerator, denominator);
}
