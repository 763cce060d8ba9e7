using System.Collections.Immutable;
using ParityNet.References;
using ParityNet.Torch.References;
using ParityNet.Torch.References.Findings;

namespace ParityNet.Torch;

/// <summary>
/// TorchSharp's own API, compared with the definitions: its functions, modules, optimizers, schedulers and initializers, and where they
/// differ from PyTorch's.
/// </summary>
public sealed class TorchSharpLibrary : IReferenceLibrary
{
    /// <inheritdoc/>
    public string Name => "TorchSharp";

    /// <inheritdoc/>
    public string Version => typeof(torch).Assembly.GetName().Version!.ToString(3);

    /// <inheritdoc/>
    public ImmutableArray<Reference> References { get; } =
    [
        .. ElementLossReferences.All, .. RowLossReferences.All, .. ActivationReferences.All, .. LayerReferences.All,
        .. OptimizerReferences.All, .. OptimizerOverloads.All, .. ScheduleReferences.All, .. InitializerReferences.All,
    ];

    /// <inheritdoc/>
    public ImmutableArray<ReferenceFinding> Findings { get; } =
    [
        .. LossFindings.All, .. LossRefusals.All, .. ActivationFindings.All, .. LayerFindings.All, .. ModuleFindings.All, .. OptimizerFindings.All,
            .. ScheduleFindings.All,
        .. InitializerFindings.All, .. NameFindings.All, .. ProcessFindings.All,
    ];
}
