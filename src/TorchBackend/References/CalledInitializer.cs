using System.Collections.Immutable;
using ParityNet.Initializers;
using ParityNet.References;

namespace ParityNet.Torch.References;

/// <summary>An initializer of TorchSharp, called as its users call it.</summary>
sealed class CalledInitializer(string member, Type specType, OpSpec? defaults,
    Func<InitializerSpec, Action<Tensor>?> fill) : InitializerReference(member, specType, defaults)
{
    public static CalledInitializer Of<TSpec>(string member, Func<TSpec, Action<Tensor>?> fill) where TSpec : InitializerSpec =>
        new(member, typeof(TSpec), null, spec => fill((TSpec)spec));

    public static CalledInitializer Plain(string member, InitializerSpec defaults, Action<Tensor> fill) =>
        new($"{member}()", defaults.GetType(), defaults, _ => fill);

    public override ImmutableArray<double>? Draw(InitializerSpec spec, ReadOnlySpan<nint> shape, long seed)
    {
        if (!IsAbout(spec) || fill(spec) is not { } own)
            return null;
        using DisposeScope scope = torch.NewDisposeScope();
        torch.manual_seed(seed);
        Tensor tensor = torch.empty([.. shape.ToArray().Select(length => (long)length)], torch.ScalarType.Float64);
        own(tensor);
        return [.. tensor.data<double>()];
    }
}
