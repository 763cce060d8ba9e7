using ParityNet.Losses;

namespace ParityNet.Parity.Proving;

/// <summary>The spec of an elementwise loss that is not in the catalogue.</summary>
sealed record OwnLoss : ElementLoss
{
    public OwnLoss(string name, Reduction reduction) : base(reduction) => Name = name;

    public override string Name { get; }
}
