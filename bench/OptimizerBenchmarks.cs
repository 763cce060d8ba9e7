using ParityNet.Parity;

namespace ParityNet.Bench;

/// <summary>One step of every optimizer.</summary>
public class OptimizerBenchmarks() : OpBenchmarks(OpKind.Optimizer);
