using System.Collections.Immutable;
using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers.Wrappers;

// R. Pascanu, T. Mikolov and Y. Bengio, 2013, with PyTorch's margin: g ← g·min(1, c/(‖g‖ + 10⁻⁶)), one norm over all gradients.
sealed class ClipGradNormDefinition : WrapperDefinition<ClipGradNorm>
{
    protected override void Update<R>(ClipGradNorm spec, ImmutableArray<Variable<R>> all, long step, Host rate)
    {
        // PyTorch takes the norm of the norms of the tensors.
        R[] norms = [.. all.Select(x => Norm(spec.NormType, x.Gradient))];
        R norm = R.Hull(Norm(spec.NormType, [.. all.SelectMany(x => x.Gradient)]), Norm(spec.NormType, norms));
        R size = norm + R.FromHost(ClipGradNorm.Margin), most = R.FromHost(spec.MaxNorm);
        // In Python a number divided by a tensor is the reciprocal, multiplied.
        R factor = R.Min(R.Hull(most / size, R.One / size * most), R.One);
        Inner(spec, all.Select(x => x.With(Array.ConvertAll(x.Gradient, g => g * factor))), step, rate);
    }

    static R Norm<R>(double p, R[] numbers)
        where R : struct, IReal<R>
    {
        R[] sizes = Array.ConvertAll(numbers, R.Abs);
        return p switch
        {
            double.PositiveInfinity => sizes.Aggregate(R.Zero, R.Max),
            1 => R.Sum(sizes, SumClass.Any),
            2 => R.Sqrt(R.Sum(Array.ConvertAll(numbers, R.Square), SumClass.Any)),
            _ => Power(R.Sum(Array.ConvertAll(sizes, x => Power(x, p)), SumClass.Any), Host.One / p),
        };
    }

    static R Power<R>(R x, Host exponent)
        where R : struct, IReal<R> => R.Exp(R.Log(x) * R.FromHost(exponent));
}
