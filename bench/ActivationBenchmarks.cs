using ParityNet.Parity;

namespace ParityNet.Bench;

/// <summary>Value and gradient of every activation.</summary>
public class ActivationBenchmarks() : FunctionBenchmarks(OpKind.Activation);
