using System.Collections.Immutable;
using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers.Wrappers;

// R. Pascanu, T. Mikolov and Y. Bengio, 2013, with PyTorch's ε: g ← g·min(1, c/(‖g‖ + ε)), with one norm over all gradients or one per
// gradient.
sealed class ClipGradNormDefinition : WrapperDefinition<ClipGradNorm>
{
    protected override void Update<R>(ClipGradNorm spec, ImmutableArray<Variable<R>> all, long step, Host rate)
    {
        R[] factors = spec.PerTensor ? [.. all.Select(x => Factor(spec, [x.Gradient]))]
            : [.. Enumerable.Repeat(Factor(spec, [.. all.Select(x => x.Gradient)]), all.Length)];
        Inner(spec, all.Select((x, i) => x.With(Array.ConvertAll(x.Gradient, g => g * factors[i]))), step, rate);
    }

    static R Factor<R>(ClipGradNorm spec, R[][] gradients)
        where R : struct, IReal<R>
    {
        R size = Norm(spec.NormType, [.. gradients.Where(gradient => gradient.Length > 0)]) + R.FromHost(spec.Epsilon),
            most = R.FromHost(spec.MaxNorm);
        // PyTorch computes a Python number divided by a tensor as the number times the reciprocal.
        return R.Min(R.Hull(most / size, R.One / size * most), R.One);
    }

    // PyTorch takes the norm of the tensors' norms, which equals the norm over all elements except for p = 0.
    static R Norm<R>(double p, R[][] gradients)
        where R : struct, IReal<R>
    {
        R ofNorms = Norm(p, Array.ConvertAll(gradients, gradient => Norm(p, gradient)));
        return p == 0 ? ofNorms : R.Hull(Norm(p, [.. gradients.SelectMany(gradient => gradient)]), ofNorms);
    }

    static R Norm<R>(double p, R[] numbers)
        where R : struct, IReal<R>
    {
        R[] sizes = Array.ConvertAll(numbers, R.Abs);
        return p switch
        {
            _ when sizes.Length == 0 => R.Zero,
            double.PositiveInfinity => sizes.Aggregate(R.Max),
            double.NegativeInfinity => sizes.Aggregate(R.Min),
            0 => R.Sum(Array.ConvertAll(sizes, x => R.Where(R.Equal(x, R.Zero), R.Zero, R.One)), SumClass.Any),
            1 => R.Sum(sizes, SumClass.Any),
            2 => R.Sqrt(R.Sum(Array.ConvertAll(numbers, R.Square), SumClass.Any)),
            _ => Power(R.Sum(Array.ConvertAll(sizes, x => Power(x, p)), SumClass.Any), Host.One / p),
        };
    }

    static R Power<R>(R x, Host exponent)
        where R : struct, IReal<R> => R.Exp(R.Log(x) * R.FromHost(exponent));
}
