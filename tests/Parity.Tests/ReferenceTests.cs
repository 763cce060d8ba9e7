using ParityNet.Optimizers;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Laws;
using ParityNet.Parity.Tests.Planted;
using Xunit;

namespace ParityNet.Parity.Tests;

/// <summary>The rules of the torch backend beside the optimizers that the library has itself.</summary>
public sealed class ReferenceTests
{
    // The options that torch::optim of C++ has.
    static readonly Dictionary<string, string[]> Covered = new()
    {
        ["sgd"] = ["lr", "momentum", "dampening", "weight_decay", "nesterov"],
        ["adam"] = ["lr", "betas", "eps", "weight_decay", "amsgrad"],
        ["adamw"] = ["lr", "betas", "eps", "weight_decay", "amsgrad"],
        ["adagrad"] = ["lr", "lr_decay", "weight_decay", "initial_accumulator_value", "eps"],
        ["rmsprop"] = ["lr", "alpha", "eps", "weight_decay", "momentum", "centered"],
    };

    static readonly Law Law = ReferenceLaws.All.Single();

    public static TheoryData<string> Ops => [.. Covered.Keys];

    [Theory, MemberData(nameof(Ops))]
    public void Every_option_of_the_library_runs_beside_it_for_fifty_steps(string op)
    {
        var torch = (IOptimizerReference)Backends.RequireTorch();
        OpEntry entry = Catalog.Find(op);
        var grid = new Draw<float>(entry, 1);
        OpSpec[] tried = [.. grid.Specs.Where(spec => torch.HasReference((OptimizerSpec)spec))];
        Assert.All(Covered[op], option => Assert.True(tried.Select(spec => Given(entry, spec, option)).Distinct().Count() > 1, $"{option} must have two values."));
        // Even places of a draw take examples and odd ones variants, so that twice as many places meet every spec.
        for (ulong seed = 0; seed < 2UL * (ulong)grid.Specs.Length; seed++)
        {
            Assert.Null(LawTrial.Broken<float>(Law, Backends.Torch!, entry.Examples[0], seed));
            Assert.Null(LawTrial.Broken<double>(Law, Backends.Torch!, entry.Examples[0], seed));
        }
    }

    [Theory, MemberData(nameof(Ops))]
    public void Another_rule_is_found(string op)
    {
        IBackend right = Backends.Native;
        OpEntry entry = Catalog.Find(op);
        IBackend wrong = new WithReference(right, new OtherSpec(right, spec => ((OptimizerSpec)spec) with { LearningRate = 2 * ((OptimizerSpec)spec).LearningRate + 1 }));
        Assert.Contains(Enumerable.Range(0, 20), i => LawTrial.Broken<float>(Law, wrong, entry.Examples[0], (ulong)i) is not null);
        Assert.All(Enumerable.Range(0, 20), i => Assert.Null(LawTrial.Broken<float>(Law, new WithReference(right, right), entry.Examples[0], (ulong)i)));
    }

    static string Given(OpEntry entry, OpSpec spec, string option) => OptionValue.Text(entry.OptionsOf(spec).Single(pair => pair.Key == option).Value);

    [Fact]
    public void Options_that_the_library_lacks_have_no_reference()
    {
        var torch = (IOptimizerReference)Backends.RequireTorch();
        Assert.False(torch.HasReference(new Sgd(0.1, 0.9, Form: MomentumForm.Velocity)));
        Assert.False(torch.HasReference(new Adadelta()));
    }
}
