namespace ParityNet.Native.Optimizers;

/// <summary>The step that is being taken.</summary>
/// <param name="Step">Its number, from 1.</param>
/// <param name="LearningRate">Its learning rate.</param>
readonly record struct Moment(long Step, double LearningRate);
