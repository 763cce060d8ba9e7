using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Native.Activations;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Models;

/// <summary>A dense layer and its activation.</summary>
/// <param name="inputs">The width of what comes in.</param>
/// <param name="outputs">The width of what goes out.</param>
/// <param name="first">The index of its first parameter: weight, then bias, then perhaps the slope of a PReLU.</param>
/// <param name="activation">The activation.</param>
/// <param name="plan">How to run it.</param>
sealed class Layer<T>(int inputs, int outputs, int first, BoundActivation<T> activation, Plan plan) where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly Dense<T> dense = new(inputs, outputs, plan);
    readonly bool sloped = activation.Spec is PReLU, linear = activation.Spec is Identity;

    public int Parameters => sloped ? 3 : 2;

    public Trace<T> Forward(IReadOnlyList<Tensor<T>> parameters, T[] input, nint rows)
    {
        T[] sums = dense.Forward(input, parameters[first].Flat(), parameters[first + 1].Flat(), rows);
        if (linear)
            return new(input, sums, sums);
        var output = new T[sums.Length];
        activation.Run(sums, [rows, outputs], Slope(parameters), [], output, [], []);
        return new(input, sums, output);
    }

    /// <summary>Fills in the gradients of this layer's parameters.</summary>
    /// <returns>The gradient by what came in, or nothing where it is not wanted.</returns>
    public ReadOnlySpan<T> Backward(
        IReadOnlyList<Tensor<T>> parameters, Trace<T> trace, ReadOnlySpan<T> cotangent, nint rows, Tensor<T>[] gradients, bool withInput)
    {
        ReadOnlySpan<T> bySums = cotangent;
        if (!linear)
        {
            T[] through = new T[trace.Sums.Length], bySlope = new T[sloped ? 1 : 0];
            activation.Run(trace.Sums, [rows, outputs], Slope(parameters), cotangent, [], through, bySlope);
            bySums = through;
            if (sloped)
                gradients[first + 2] = Tensor.Create(bySlope, [1]);
        }
        gradients[first] = Tensor.Create(dense.ByWeight(bySums, trace.Input, rows), [outputs, inputs]);
        gradients[first + 1] = Tensor.Create(dense.ByBias(bySums, rows), [outputs]);
        return withInput ? dense.ByInput(bySums, parameters[first].Flat(), rows) : [];
    }

    ReadOnlySpan<T> Slope(IReadOnlyList<Tensor<T>> parameters) => sloped ? parameters[first + 2].Flat() : [];
}
