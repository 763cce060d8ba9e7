using ParityNet.Losses;

namespace ParityNet.Parity.Proving;

/// <summary>A loss of elements that no catalogue has.</summary>
sealed record OwnLoss : ElementLoss
{
    public OwnLoss(string name, Reduction reduction) : base(reduction) => Name = name;

    public override string Name { get; }
}
