using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Layers;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Laws;

/// <summary>The gradient of a linear layer with respect to its weight over a batch is the sum of those over its examples.</summary>
sealed class SharedDerivative : ITensorLaw
{
    const int Examples = 4, Inputs = 3, Outputs = 2;

    public string? Broken<T>(IBackend backend, Case<T> @case) where T : unmanaged, IFloatingPointIeee754<T>
    {
        // Small integers, so that every sum is exact; the case seeds them.
        var random = new Xoshiro((ulong)((FunctionCase<T>)@case).Operands.Input.FlattenedLength);
        T[] Integers(int count) => [.. Enumerable.Range(0, count).Select(_ => T.CreateChecked(random.Next(17) - 8))];
        T[] input = Integers(Examples * Inputs), cotangent = Integers(Examples * Outputs);
        Tensor<T> weight = Tensor.Create(Integers(Outputs * Inputs), [Outputs, Inputs]);
        IFunction<T> layer = backend.Function<T>(new Linear());

        T[] Derivative(Range examples)
        {
            (int start, int count) = examples.GetOffsetAndLength(Examples);
            Operands<T> operands =
                Operands<T>.None.With("input", Tensor.Create(input.AsSpan(start * Inputs, count * Inputs).ToArray(), [count, Inputs]))
                .With("weight", weight);
            return layer.Evaluate(operands, ["weight"],
                Tensor.Create(cotangent.AsSpan(start * Outputs, count * Outputs).ToArray(), [count, Outputs])).Gradients["weight"].Flat().ToArray();
        }

        T[] whole = Derivative(..), sum = new T[whole.Length];
        for (int example = 0; example < Examples; example++)
            foreach ((int i, T derivative) in Derivative(example..(example + 1)).Index())
                sum[i] += derivative;
        return whole.AsSpan().SequenceEqual(sum) ? null
            : $"derivatives must add up: expected [{string.Join(", ", sum)}], got [{string.Join(", ", whole)}].";
    }
}
