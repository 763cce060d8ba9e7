using ParityNet.References;
using TorchSharp.Modules;

namespace ParityNet.Torch.References;

/// <summary>An optimizer of TorchSharp, called as its users call it.</summary>
sealed class CalledOptimizer(string member, Type specType, OpSpec? defaults,
    Func<OptimizerSpec, Making?> make, Func<OptimizerSpec, Action<Parameter[]>>? before = null)
    : OptimizerReference(member, specType, defaults)
{
    public override IOptimizer<T>? Bind<T>(OptimizerSpec spec) =>
        IsAbout(spec) && make(spec) is { } making ? new SteppedOptimizer<T>(spec, making, before?.Invoke(spec)) : null;

    /// <summary>An optimizer with the options of each spec; null where it lacks one of them.</summary>
    public static CalledOptimizer Of<TSpec>(string member, Func<TSpec, Making?> make) where TSpec : OptimizerSpec =>
        new(member, typeof(TSpec), null, spec => make((TSpec)spec));

    /// <summary>An optimizer made without options.</summary>
    public static CalledOptimizer Plain(string member, OptimizerSpec defaults, Making make) =>
        new($"{member}()", defaults.GetType(), defaults, _ => make);

    /// <summary>A function that modifies the gradients before an optimizer steps.</summary>
    public static CalledOptimizer Before<TSpec>(string member, Func<TSpec, Making?> make, Func<TSpec, Action<Parameter[]>> before)
        where TSpec : OptimizerSpec =>
        new(member, typeof(TSpec), null, spec => make((TSpec)spec), spec => before((TSpec)spec));
}

/// <summary>Makes an optimizer of parameters.</summary>
delegate OptimizerHelper Making(IEnumerable<Parameter> parameters);
