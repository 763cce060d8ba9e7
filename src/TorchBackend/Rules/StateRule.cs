namespace ParityNet.Torch.Rules;

/// <summary>The parameters after the step of an optimizer that may look at all of them at once. Slots are replaced in the steps, tensors never changed.</summary>
delegate Tensor[] StateRule(IReadOnlyList<ParameterStep> all);
