/* Pictures for paper. For the module and its tests alone. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

GHashTable      *coach_sheet_pictures_new  (void);
cairo_surface_t *coach_sheet_pictures_load (GHashTable *pictures,
                                            const char *path,
                                            double      width_pt);

G_END_DECLS
