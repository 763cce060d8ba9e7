using ParityNet.Parity;

namespace ParityNet.Bench;

/// <summary>Value and gradient of every loss.</summary>
public class LossBenchmarks() : FunctionBenchmarks(OpKind.Loss);
