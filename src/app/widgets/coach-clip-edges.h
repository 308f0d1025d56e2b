#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COACH_CLIP_EDGES_N_STOPS 12

/**
 * CoachClipEdges:
 * @left: the colours of the left edge, from the top to the bottom
 * @right: those of the right edge
 *
 * The soft colours of the edges of a picture, with which it is continued where there is room
 * beside it.
 */
typedef struct
{
  GskColorStop left[COACH_CLIP_EDGES_N_STOPS];
  GskColorStop right[COACH_CLIP_EDGES_N_STOPS];
} CoachClipEdges;

void coach_clip_edges_read     (CoachClipEdges        *self,
                                const guint8          *pixels,
                                int                    width,
                                int                    height,
                                gsize                  stride);
void coach_clip_edges_snapshot (const CoachClipEdges  *self,
                                GtkSnapshot           *snapshot,
                                const graphene_rect_t *picture,
                                double                 width);

G_END_DECLS
