using ParityNet.References;

namespace ParityNet.Torch.References;

/// <summary>A function, method or module of TorchSharp, called as its users call it.</summary>
sealed class CalledFunction(string member, Type specType, OpSpec? defaults, Func<FunctionSpec, Forward?> call, GradientsHeld gradients)
    : FunctionReference(member, specType, defaults)
{
    public override GradientsHeld Gradients => gradients;

    public override IFunction<T>? Bind<T>(FunctionSpec spec) =>
        IsAbout(spec) && call(spec) is { } forward ? new TorchFunction<T>(spec, forward) : null;

    /// <summary>A member with the options of each spec.</summary>
    public static CalledFunction Of<TSpec>(string member, Func<TSpec, Forward?> call, GradientsHeld gradients = GradientsHeld.All)
        where TSpec : FunctionSpec =>
        new(member, typeof(TSpec), null, spec => call((TSpec)spec), gradients);

    /// <summary>A member called without options.</summary>
    public static CalledFunction Plain(string member, FunctionSpec defaults, Forward call, GradientsHeld gradients = GradientsHeld.All) =>
        new($"{member}()", defaults.GetType(), defaults, _ => call, gradients);

    /// <summary>A module of one argument, made for the call.</summary>
    public static Forward Module(Func<torch.nn.Module<Tensor, Tensor>> make) => a =>
    {
        using torch.nn.Module<Tensor, Tensor> module = make();
        return module.call(a.Input);
    };

    /// <summary>A module of two arguments, made for the call.</summary>
    public static Func<Tensor, Tensor, Tensor> Module(Func<torch.nn.Module<Tensor, Tensor, Tensor>> make) => (x, y) =>
    {
        using torch.nn.Module<Tensor, Tensor, Tensor> module = make();
        return module.call(x, y);
    };

    /// <summary>A module of three arguments, made for the call.</summary>
    public static Func<Tensor, Tensor, Tensor, Tensor> Module(Func<torch.nn.Module<Tensor, Tensor, Tensor, Tensor>> make) => (x, y, z) =>
    {
        using torch.nn.Module<Tensor, Tensor, Tensor, Tensor> module = make();
        return module.call(x, y, z);
    };

    /// <summary>A method that works in place: the result is read from its tensor, not from the return value.</summary>
    public static Forward InPlace(Action<Tensor> change) => a =>
    {
        Tensor changed = a.Input.clone();
        change(changed);
        return changed;
    };

    /// <summary>A module that works in place.</summary>
    public static Forward InPlace(Func<torch.nn.Module<Tensor, Tensor>> make) => InPlace(x =>
    {
        using torch.nn.Module<Tensor, Tensor> module = make();
        module.call(x);
    });
}
