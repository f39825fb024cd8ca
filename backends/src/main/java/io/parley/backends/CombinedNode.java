package io.parley.backends;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.LoggerFactory;

/**
 * A Kafka controller and broker in this JVM. As Kafka's own server for both, but that the
 * broker starts only when the controller knows that an earlier one is gone.
 * <p>
 * After a kill the controller first believes that the broker still leads all partitions,
 * until its session times out. In between, Kafka's own server (4.3) finishes the
 * transactions that were being committed: it cannot reach the partitions yet, and in the
 * moment in which they lose their leader it takes them for deleted and gives up. Without
 * the marker that they should have got, nobody ever reads further in them.
 */
final class CombinedNode {

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private static final Duration LOOK = Duration.ofMillis(50);

	private final int node;

	private final ControllerServer controller;

	private final BrokerServer broker;

	CombinedNode(KafkaConfig config) {
		var folders = KafkaRaftServer.initializeLogDirs(config, LoggerFactory.getLogger(CombinedNode.class), "");
		this.node = config.nodeId();
		var shared = new SharedServer(config, folders._1(), Time.SYSTEM,
				Server.initializeMetrics(config, Time.SYSTEM, folders._1().clusterId().orElseThrow()),
				CompletableFuture.completedFuture(QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
				QuorumConfig.parseBootstrapServers(config.quorumConfig().bootstrapServers()),
				new StandardFaultHandlerFactory(), ServerSocketFactory.INSTANCE);
		this.broker = new BrokerServer(shared);
		this.controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), folders._2());
	}

	/**
	 * Starts both.
	 * @throws IllegalStateException if the earlier broker does not go
	 */
	void start() throws InterruptedException {
		this.controller.startup();
		long begin = System.nanoTime();
		while (this.controller.metadataCache().hasAliveBroker(this.node)) {
			if (System.nanoTime() - begin > PATIENCE.toNanos()) {
				throw new IllegalStateException("another broker " + this.node + " is in use");
			}
			TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
		}
		this.broker.startup();
	}

	/** Stops both, the broker first: it says goodbye to the controller. */
	void stop() {
		this.broker.shutdown();
		this.controller.shutdown();
		this.broker.awaitShutdown();
		this.controller.awaitShutdown();
	}

}
