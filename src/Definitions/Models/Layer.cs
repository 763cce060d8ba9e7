using System.Collections.Immutable;
using ParityNet.Activations;
using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Models;

/// <summary>A dense layer with its activation, evaluated on a batch.</summary>
sealed class Layer<R>
    where R : struct, IReal<R>
{
    readonly ActivationSpec activation;
    readonly int batch, ins, outs;
    readonly R[] weight, input, sums;
    readonly R[]? slope;

    /// <summary>Evaluates the layer.</summary>
    /// <param name="activation">The activation.</param>
    /// <param name="batch">How many rows the input has.</param>
    /// <param name="parameters">Weight, bias, and the slope of a PReLU.</param>
    /// <param name="input">The input, row-major.</param>
    public Layer(ActivationSpec activation, int batch, R[][] parameters, R[] input)
    {
        (this.activation, this.batch, this.input, weight) = (activation, batch, input, parameters[0]);
        R[] bias = parameters[1];
        slope = parameters.Length > 2 ? parameters[2] : null;
        outs = bias.Length;
        ins = weight.Length / outs;
        sums = new R[batch * outs];
        for (int i = 0; i < sums.Length; i++)
        {
            int row = i / outs, o = i % outs;
            sums[i] = Sum(ins + 1, k => k < ins ? input[row * ins + k] * weight[o * ins + k] : bias[o]);
        }

        Output = [.. Activate([], null).Value];
    }

    /// <summary>The output, row-major.</summary>
    public R[] Output { get; }

    /// <summary>The gradients of the parameters and of the input.</summary>
    /// <param name="cotangent">The gradient of the output.</param>
    /// <param name="ofInput">Receives the gradient of the input.</param>
    /// <returns>One gradient a parameter, in their order.</returns>
    public IEnumerable<ImmutableArray<R>> Gradients(R[] cotangent, out R[] ofInput)
    {
        DefinedFunction<R> activated = Activate(slope is null ? ["input"] : ["input", "weight"], cotangent);
        R[] g = [.. activated.Gradients["input"]];
        ofInput = Each(batch * ins, i => Sum(outs, o => g[i / ins * outs + o] * weight[o * ins + i % ins]));
        R[] ofWeight = Each(weight.Length, i => Sum(batch, n => g[n * outs + i / ins] * input[n * ins + i % ins]));
        R[] ofBias = Each(outs, o => Sum(batch, n => g[n * outs + o]));
        ImmutableArray<R>[] all = [[.. ofWeight], [.. ofBias]];
        return slope is null ? all : [.. all, activated.Gradients["weight"]];
    }

    DefinedFunction<R> Activate(string[] gradients, R[]? cotangent)
    {
        Argument<R> sum = new([batch, outs], sums);
        return DefinitionIndex.Find<FunctionDefinition>(activation).Evaluate(
            activation,
            slope is null ? new() { ["input"] = sum } : new Arguments<R> { ["input"] = sum, ["weight"] = new([1], slope) },
            gradients,
            cotangent);
    }

    static R[] Each(int count, Func<int, R> element) => [.. Enumerable.Range(0, count).Select(element)];

    // Matrix products add in any order that suits them.
    static R Sum(int count, Func<int, R> term) => R.Sum(Each(count, term), SumClass.Any);
}
