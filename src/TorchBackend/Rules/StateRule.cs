namespace ParityNet.Torch.Rules;

/// <summary>
/// The parameters after a step of an optimizer that may depend on all of them. A rule replaces slots and never modifies tensors.
/// </summary>
delegate Tensor[] StateRule(IReadOnlyList<ParameterStep> all);
