using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Definitions.Numbers;
using ParityNet.Models;
using ParityNet.Optimizers;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Verdicts;
using ParityNet.Reports.Rendering.Plots;
using Xunit;

namespace ParityNet.Parity.Tests;

/// <summary>The native backend gives a finite number wherever arguments are finite and the exact result is within the range of its type.</summary>
public sealed class RangeTests
{
    public static TheoryData<string> Ops => [.. Catalog.All.Where(entry => entry.IsComputed).Select(entry => $"{entry.Kind} {entry.Name}")];

    [Theory, MemberData(nameof(Ops))]
    public void Native_is_finite_where_arguments_are_and_the_exact_result_is_within_the_range(string op)
    {
        OpEntry entry = Catalog.All.Single(e => $"{e.Kind} {e.Name}" == op);
        int each = Math.Max(1, Backends.Cases(2500) / (2 * Ops.Count));
        string[] lost = [.. Lost<float>(entry, each), .. Lost<double>(entry, each)];
        Assert.True(lost.Length == 0, $"{lost.Length} left the range:\n{string.Join('\n', lost.Take(4))}");
    }

    static IEnumerable<string> Lost<T>(OpEntry entry, int count) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var draw = new Draw<T>(entry, 8);
        for (int i = 0; i < count; i++)
            if (Far(draw.At(i), new Xoshiro((ulong)i)) is { } @case && Lost(@case) is { } lost)
                yield return $"case {i}: {lost}\n{@case.Request()}";
    }

    static string? Lost<T>(Case<T> @case) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var outcome = Outcome<T>.Of(@case, Backends.Native);
        if (outcome.Refusal is not null)
            return null;
        ImmutableArray<Defined<Exact>>? exact = null;
        for (int q = 0; q < outcome.Quantities.Length; q++)
        {
            ReadOnlySpan<T> numbers = outcome.Quantities[q].Values.Flat();
            for (int i = 0; i < numbers.Length; i++)
            {
                if (T.IsFinite(numbers[i]))
                    continue;
                exact ??= @case.Define<Exact>();
                Exact right = exact.Value[q].Elements[i];
                if (right.IsFinite && !right.IsUndecided && T.IsFinite(T.CreateTruncating(right.ToDouble())))
                    return $"{outcome.Quantities[q].Name}[{i}] must be finite: expected {right.ToDouble():R}, got {numbers[i]}.";
            }
        }
        return null;
    }

    // Numbers go near the ends of the range; what only takes some numbers keeps its own.
    static Case<T>? Far<T>(Case<T> @case, Xoshiro random) where T : unmanaged, IFloatingPointIeee754<T> => @case switch
    {
        FunctionCase<T> function => new FunctionCase<T>(function.Function, function.Function.Operands.Where(o => function.Operands.Has(o.Name) && !function.Operands[o.Name].IsIndices)
            .Aggregate(function.Operands, (all, o) => all.With(o.Name, Far(all[o.Name].Numbers, random, x => o.Domain is Domain.Any or Domain.NotNegative or Domain.Positive or Domain.Weight && function.Function.Takes(o.Name, x)))),
            function.Gradients, function.Cotangent is null ? null : Far(function.Cotangent, random, _ => true)),
        OptimizerCase<T> optimizer => new OptimizerCase<T>(optimizer.Optimizer, new OptimizerState<T>(
            Far(optimizer.State.Parameters, random), optimizer.State.Step, optimizer.State.Slots), Far(optimizer.Gradients, random), optimizer.LearningRate),
        // The derivatives of two normalised examples cancel to what rounding leaves, and that times a far input is beyond the range without any step being so.
        ModelCase<T> { Spec: Perceptron { Normalization: Normalization.Batch } } => null,
        ModelCase<T> model => new ModelCase<T>((ModelSpec)model.Spec, model.Loss, Far(model.Parameters, random), Far(model.Input, random, _ => true), model.Target, model.Context),
        _ => null,
    };

    static ImmutableArray<Tensor<T>> Far<T>(ImmutableArray<Tensor<T>> tensors, Xoshiro random) where T : unmanaged, IFloatingPointIeee754<T> =>
        [.. tensors.Select(tensor => Far(tensor, random, _ => true))];

    static Tensor<T> Far<T>(Tensor<T> tensor, Xoshiro random, Func<double, bool> takes) where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] numbers = tensor.Flat().ToArray();
        int end = typeof(T) == typeof(float) ? 127 : 1023;
        for (int i = 0; i < numbers.Length; i++)
        {
            T number = T.IsFinite(numbers[i]) ? numbers[i] : T.One, far = Moved(number, end, random);
            numbers[i] = random.Next() % 2 == 0 && takes(double.CreateChecked(far)) ? far : number;
        }
        return Tensor.Create(numbers, tensor.Lengths);
    }

    // Near the largest number, its root, the smallest and its root.
    static T Moved<T>(T number, int end, Xoshiro random) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int exponent = (int)(random.Next() % 4) switch { 0 => end, 1 => end / 2, 2 => -end / 2, _ => -end } - (int)(random.Next() % 3);
        return T.IsZero(number) ? number : T.ScaleB(T.ScaleB(number, -T.ILogB(number)), exponent);
    }
}
