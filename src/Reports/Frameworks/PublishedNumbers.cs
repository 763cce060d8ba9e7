using System.Collections.Immutable;
using ParityNet.Activations;
using ParityNet.Layers;
using ParityNet.Losses;
using ParityNet.Models;
using ParityNet.Optimizers;
using ParityNet.Parity;
using ParityNet.Parity.Planted;
using ParityNet.Reports.Textbook;

namespace ParityNet.Reports.Frameworks;

/// <summary>The ops whose answers are numbers that someone else printed: those of the textbook, and the minima of published problems.</summary>
static class PublishedNumbers
{
    /// <summary>The names of the ops that compute printed numbers, each to its printed digits, on a backend.</summary>
    public static ImmutableHashSet<string> Of(IBackend backend)
    {
        var agreeing = ImmutableHashSet.CreateBuilder<string>();
        foreach (TextbookItem item in TextbookItems.All)
        {
            var noted = new Noting(backend);
            if (item.Agrees(item.Compute(new TextbookContext(noted))))
                agreeing.UnionWith(noted.Names);
        }
        // Every minimizer is held against the published minima of the problems it can solve; docs/minimizers-proof.md has the table.
        agreeing.UnionWith(Catalog.Of(OpKind.Minimizer).Select(entry => entry.Name));
        return agreeing.ToImmutable();
    }

    /// <summary>A backend that notes which ops it is asked for.</summary>
    sealed class Noting(IBackend right) : AlteredBackend(right)
    {
        public HashSet<string> Names { get; } = [];

        public override ILoss<T> Loss<T>(LossSpec spec) => base.Loss<T>(Noted(spec));

        public override IActivation<T> Activation<T>(ActivationSpec spec) => base.Activation<T>(Noted(spec));

        public override IFunction<T> Layer<T>(LayerSpec spec) => base.Layer<T>(Noted(spec));

        public override IOptimizer<T> Optimizer<T>(OptimizerSpec spec) => base.Optimizer<T>(Noted(spec));

        public override IModel<T> Model<T>(ModelSpec spec, LossSpec loss) => base.Model<T>(Noted(spec), Noted(loss));

        TSpec Noted<TSpec>(TSpec spec) where TSpec : OpSpec
        {
            Names.Add(spec.Name);
            return spec;
        }
    }
}
