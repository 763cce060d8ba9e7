using System.Collections.Immutable;
using System.Numerics.Tensors;
using ParityNet.Losses;
using ParityNet.Models;
using ParityNet.Native.Models;
using ParityNet.Parity.Planted;

namespace ParityNet.Parity.Tests.Planted;

/// <summary>A backend whose models are chains of other functions.</summary>
/// <param name="right">The backend.</param>
/// <param name="stages">From the right stages, for training or not, to others.</param>
sealed class OtherStages(IBackend right, Func<Func<bool, ImmutableArray<Stage>>, bool, IEnumerable<Stage>> stages) : AlteredBackend(right)
{
    public override IModel<T> Model<T>(ModelSpec spec, LossSpec loss) => new BoundModel<T>(new Altered(spec, stages), Right.Loss<T>(loss), Right);

    sealed record Altered(ModelSpec Right, Func<Func<bool, ImmutableArray<Stage>>, bool, IEnumerable<Stage>> Change) : ModelSpec
    {
        public override string Name => Right.Name;

        public override ImmutableArray<ParameterInfo> Parameters => Right.Parameters;

        public override ImmutableArray<BufferInfo> Buffers => Right.Buffers;

        public override ImmutableArray<MaskInfo> Dropouts => Right.Dropouts;

        public override int Inputs => Right.Inputs;

        public override ImmutableArray<Tensor<T>> Init<T>(ulong seed) => Right.Init<T>(seed);

        public override ImmutableArray<Stage> Stages(bool training) => [.. Change(Right.Stages, training)];
    }
}
