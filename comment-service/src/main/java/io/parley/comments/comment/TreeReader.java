package io.parley.comments.comment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import io.parley.comments.comment.TreeBodies.HiddenNode;
import io.parley.comments.comment.TreeBodies.Node;
import io.parley.comments.comment.TreeBodies.ShownNode;
import io.parley.comments.comment.TreeBodies.TreePage;
import io.parley.comments.comment.TreeStore.Found;
import io.parley.comments.comment.TreeStore.Wanted;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Reads a page of a thread's tree, one statement for each level. What a limit leaves out
 * is told by a cursor where it would stand.
 */
@Component
class TreeReader {

	/** Comments in one answer, whatever depth and limits allow. */
	private static final int MOST_NODES = 1000;

	private final TreeStore store;

	private final Cursors cursors;

	TreeReader(TreeStore store, Cursors cursors) {
		this.store = store;
		this.cursors = cursors;
	}

	/**
	 * @param depth how many levels of comments, the one of the page included
	 * @param replies how many direct replies of one comment
	 */
	TreePage read(Listing list, @Nullable Cursor after, int limit, int depth, int replies) {
		Siblings page = Siblings.of(store.siblings(list, after, limit + 1), limit);
		Map<UUID, Siblings> below = new HashMap<>();
		List<Found> level = page.found();
		int nodes = level.size();
		for (int reached = 1; !level.isEmpty(); reached++) {
			Map<UUID, Siblings> next = replies(level, (reached < depth) ? replies : 0, MOST_NODES - nodes, list);
			below.putAll(next);
			level = next.values().stream().flatMap(siblings -> siblings.found().stream()).toList();
			nodes += level.size();
		}
		return new TreePage(page.found().stream().map(found -> node(found, below, list)).toList(), next(page, list));
	}

	/** The replies to a level, or only whether there are any where no more are wanted. */
	private Map<UUID, Siblings> replies(List<Found> level, int replies, int budget, Listing list) {
		Map<UUID, Integer> taken = new LinkedHashMap<>();
		int left = budget;
		for (Found parent : level) {
			int take = (replies <= left) ? replies : 0;
			left -= take;
			taken.put(parent.id(), take);
		}
		List<Wanted> wanted = taken.entrySet()
			.stream()
			.map(parent -> new Wanted(parent.getKey(), parent.getValue() + 1))
			.toList();
		return store.replies(wanted, list.order())
			.stream()
			.collect(Collectors.groupingBy(found -> Objects.requireNonNull(found.comment().parentId()),
					Collectors.collectingAndThen(Collectors.toList(), found -> Siblings.of(found,
							taken.getOrDefault(Objects.requireNonNull(found.getFirst().comment().parentId()), 0)))));
	}

	private Node node(Found found, Map<UUID, Siblings> below, Listing list) {
		Siblings replies = below.getOrDefault(found.id(), Siblings.NONE);
		List<Node> nodes = new ArrayList<>();
		replies.found().forEach(reply -> nodes.add(node(reply, below, list)));
		String next = next(replies, list.repliesTo(found.id()));
		return found.shown() ? ShownNode.of(found.comment(), nodes, next) : HiddenNode.of(found.comment(), nodes, next);
	}

	private @Nullable String next(Siblings siblings, Listing list) {
		if (!siblings.more()) {
			return null;
		}
		Cursor last = siblings.found().isEmpty() ? Cursor.beginning(list.order()) : siblings.found().getLast().cursor();
		return cursors.write(last, list);
	}

	/** Comments with the same parent. */
	private record Siblings(List<Found> found, boolean more) {

		private static final Siblings NONE = new Siblings(List.of(), false);

		/** Of a list that was read with one more than wanted. */
		static Siblings of(List<Found> read, int wanted) {
			return new Siblings(read.subList(0, Math.min(wanted, read.size())), read.size() > wanted);
		}

	}

}
