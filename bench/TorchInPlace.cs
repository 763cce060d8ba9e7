using ParityNet.Activations;
using TorchSharp;

namespace ParityNet.Bench;

/// <summary>An activation of libtorch in place, on a copy of the input that it changes again and again: TorchSharp has no <c>out=</c> forms of functions.</summary>
sealed class TorchInPlace
{
    readonly torch.Tensor memory;
    readonly Action<torch.Tensor> apply;

    TorchInPlace(torch.Tensor memory, Action<torch.Tensor> apply) => (this.memory, this.apply) = (memory, apply);

    /// <summary>Whether TorchSharp has a form in place.</summary>
    public static bool Has(OpSpec spec) => FormOf(spec, null) is not null;

    /// <summary>The form in place; null where TorchSharp has none.</summary>
    public static TorchInPlace? Of(FunctionSpec spec, Dictionary<string, torch.Tensor> arguments)
    {
        Action<torch.Tensor>? form = FormOf(spec, arguments["input"]);
        return form is null ? null : new(arguments["input"].clone(), form);
    }

    static Action<torch.Tensor>? FormOf(OpSpec spec, torch.Tensor? input) => spec switch
    {
        ReLU => x => x.relu_(),
        ReLU6 => x => x.relu6_(),
        Sigmoid => x => x.sigmoid_(),
        Activations.Tanh => x => x.tanh_(),
        Silu => x => x.silu_(),
        Selu => x => x.selu_(),
        Hardsigmoid => x => x.hardsigmoid_(),
        Identity => x => x.copy_(input!),
        _ => null,
    };

    public void Run()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using IDisposable unrecorded = torch.no_grad();
        apply(memory);
    }
}
