/* The words of the workspace JSON that belong to no record: shared by reader and writer. */
#pragma once

#define QUAN_WORKSPACE_FORMAT "quan-workspace"
#define QUAN_WORKSPACE_VERSION 1

#define QUAN_WORKSPACE_FORMAT_KEY "format"
#define QUAN_WORKSPACE_VERSION_KEY "version"

/* In a record that stands alone: the key of the field that the record did not name but had filled in. */
#define QUAN_RECORD_FILLED_IN_KEY "filled_in"
