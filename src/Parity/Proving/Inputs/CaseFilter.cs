using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Optimizers;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Proving;

/// <summary>Replaces numbers that a proof leaves out by others, which depend on the case alone.</summary>
sealed class CaseFilter<T>(ProofOptions options) where T : unmanaged, IFloatingPointIeee754<T>
{
    // Off a kink by up to 1/64 of its magnitude, which leaves every bound of an argument respected.
    const double Nudge = 1.0 / 64;

    static readonly T SmallestNormal = T.CreateChecked(typeof(T) == typeof(float) ? 1.17549435E-38 : 2.2250738585072014E-308);

    readonly bool isIdle = options.Special == SpecialInputs.All && options.Ranges.IsEmpty;

    /// <summary>The case with every number in its range; null where the op refuses them.</summary>
    public Case<T>? Of(Case<T> @case)
    {
        if (isIdle)
            return @case;
        var random = new Xoshiro(1);
        return @case switch
        {
            FunctionCase<T> function => Of(function, random),
            OptimizerCase<T> step => Of(step, random),
            _ => @case,
        };
    }

    FunctionCase<T>? Of(FunctionCase<T> @case, Xoshiro random)
    {
        Operands<T> operands = @case.Operands;
        foreach (OperandInfo info in @case.Function.Operands.Where(info => operands.Has(info.Name) && !operands[info.Name].IsIndices))
            operands = operands.With(info.Name, Mapped(operands[info.Name].Numbers, info.Name, info.Domain, random));
        try
        {
            @case.Function.Check(operands);
        }
        catch (ArgumentException)
        {
            return null;
        }
        return new(@case.Function, operands, @case.Gradients, @case.Cotangent is { } c ? Mapped(c, "cotangent", Domain.Any, random) : null);
    }

    OptimizerCase<T> Of(OptimizerCase<T> @case, Xoshiro random)
    {
        ImmutableArray<Tensor<T>> All(IEnumerable<Tensor<T>> tensors, string name, Domain domain = Domain.Any) =>
            [.. tensors.Select(tensor => Mapped(tensor, name, domain, random))];
        // What stands in a slot before the first step is not drawn.
        ImmutableDictionary<string, ImmutableArray<Tensor<T>>> slots = @case.State.Step == 0 ? @case.State.Slots
            : @case.Optimizer.Slots.ToImmutableDictionary(slot => slot.Name, slot => slot.Shape == SlotShape.Scalar ? @case.State[slot.Name]
                : All(@case.State[slot.Name], slot.Name, slot.NotNegative ? Domain.NotNegative : Domain.Any));
        return new(@case.Optimizer, new OptimizerState<T>(All(@case.State.Parameters, "params"), @case.State.Step, slots),
            All(@case.Gradients, "grads"), @case.LearningRate);
    }

    Tensor<T> Mapped(Tensor<T> tensor, string name, Domain domain, Xoshiro random)
    {
        NumberRange? range = options.Ranges.GetValueOrDefault(name);
        return Tensor.Create(Array.ConvertAll(tensor.Flat().ToArray(), x => Mapped(x, range, domain, random)), tensor.Lengths);
    }

    T Mapped(T number, NumberRange? range, Domain domain, Xoshiro random)
    {
        bool isMark = domain is Domain.Sign or Domain.Bit;
        if (!options.Special.HasFlag(SpecialInputs.Kinks) && T.IsFinite(number) && !isMark)
            number = number == T.Zero ? Usual(domain, random) : number * T.CreateTruncating(1 - Nudge * random.NextUnit());
        bool isOut = (T.IsNaN(number) && !options.Special.HasFlag(SpecialInputs.NaN))
            || (T.IsInfinity(number) && !options.Special.HasFlag(SpecialInputs.Infinite))
            || (number != T.Zero && T.Abs(number) < SmallestNormal && !options.Special.HasFlag(SpecialInputs.Subnormal));
        if (isOut)
            number = Usual(domain, random);
        return range is null || range.Contains(double.CreateChecked(number)) ? number : Inside(range, random);
    }

    static T Inside(NumberRange range, Xoshiro random)
    {
        T number = T.CreateTruncating(range.At(random.NextUnit()));
        return double.CreateChecked(number) < range.Smallest ? T.BitIncrement(number)
            : double.CreateChecked(number) > range.Largest ? T.BitDecrement(number) : number;
    }

    static T Usual(Domain domain, Xoshiro random)
    {
        double share = random.NextUnit(), size = 8 * share - 4;
        return T.CreateTruncating(domain switch
        {
            Domain.UnitInterval => share,
            Domain.LogProbability => -Math.Abs(size),
            Domain.Sign => size < 0 ? -1 : 1,
            Domain.Bit => size < 0 ? 0 : 1,
            Domain.Positive or Domain.NotNegative or Domain.Weight => Math.Abs(size),
            _ => size,
        });
    }
}
